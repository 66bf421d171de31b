from django.db import migrations, models

# Of the tables that Django makes for a ManyToMany field, no model can say an index. These hold both ends of
# a link: how many métiers each field of work has is counted without reading the links themselves.
LINKS = {
    "metier_by_domaine": "metiers_metier_domaines (domaine_id, metier_id)",
    "metier_by_interet": "metiers_metier_centres_interet (centreinteret_id, metier_id)",
}


class Migration(migrations.Migration):

    dependencies = [("core", "0005_origine_of_source"), ("metiers", "0009_list_indexes")]

    operations = [
        migrations.AddIndex("relation", models.Index(fields=["type"], name="relation_by_type")),
        *(
            migrations.RunSQL(f"CREATE INDEX {name} ON {columns}", f"DROP INDEX {name}")
            for name, columns in LINKS.items()
        ),
    ]
