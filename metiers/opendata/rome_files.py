"""The tables of the ROME's archive (CSV), found by their names, and the edition they bear."""

import re
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from core.opendata_text import identifier
from core.readers import RefusedFile, read_csv, require
from core.readers.tabular import text_lines

MEMBER = re.compile(
    r"(?:unix_)?(?P<table>[a-z][a-z_]*?)(?:_v\d+)?(?P<codec>_utf8|_iso[\d_-]+)?\.csv(?:\.[gx]z)?",
    re.IGNORECASE,
)
PUBLISHED_ON = re.compile(r"publication\D{0,20}?(\d{2})/(\d{2})/(\d{4})", re.IGNORECASE)
ABOUT = "version.txt"
LONGEST_ABOUT = 2000

# Without these there is no métier to speak of.
NEEDED = {
    "referentiel_code_rome": ["code_rome", "libelle_rome"],
    "referentiel_appellation": ["code_ogr", "libelle_appellation_long", "code_rome"],
}
# What one of these brings is left as it is when an archive comes without it.
USEFUL = {
    "grand_domaine": ["code_grand_domaine", "libelle_grand_domaine"],
    "domaine_professionnel": ["code_domaine_professionnel", "libelle_domaine_professionnel"],
    "texte": ["code_rome", "libelle_type_texte", "position_phrase", "libelle_texte"],
    "liens_rome_referentiels": ["code_rome", "code_compo_bloc", "code_ogr"],
    "referentiel_competence": ["code_ogr", "libelle_competence", "cat_comp", "sous_cat_comp"],
    "referentiel_savoir": ["code_ogr_savoir", "libelle_savoir", "categorie_savoir"],
    "referentiel_contexte_travail": ["code_ogr", "libelle_cont_travail", "libelle_type_cont_trav"],
    "coherence_item": ["code_rome", "code_ogr", "coeur_metier"],
    "rubrique_mobilite": ["code_rome", "code_rome_cible"],
    "referentiel_code_rome_riasec": ["code_rome", "riasec_majeur", "riasec_mineur"],
    "arborescence_centre_interet": ["code_centre_interet", "libelle_centre_interet", "code_rome"],
    "arborescence_secteur_activite": ["code_sect_activite", "libelle_sect_activite", "code_rome"],
}
# What some versions say beside: whether a job is a manager's, where a code comes from, how a way leads.
OPTIONAL = [
    "code_rome_parent",
    "code_type_mobilite",
    "emploi_cadre",
    "numero_ordre",
    "peu_usite",
]
# Written in small letters, or between spaces, they are the same.
CODES = ("code_rome", "code_rome_cible", "code_rome_parent")
# Each code stands in hundreds of rows.
code_of = lru_cache(maxsize=4096)(identifier)
UNUSED = "secteurs NAF, thèmes, catalogues : rien dans le guide ne les montre"


class Tables:
    """The tables of one archive or folder, each read when it is asked for."""

    def __init__(self, published, reading):
        """Find the tables; raise `RefusedFile` if a needed one is missing, or one stands twice."""
        self._reading, self._members, self.name = reading, {}, published.name
        for member, found in csv_members(published):
            table = found["table"].lower()
            if table in self._members:
                raise RefusedFile(f"{published.name} : la table « {table} » y figure deux fois.")
            self._members[table] = member
        require(list(NEEDED), list(self._members), published.name)
        others = [table for table in self._members if table not in NEEDED | USEFUL]
        reading.leave_out("autres tables du ROME", UNUSED, len(others))
        for table in USEFUL:
            if table not in self:
                reading.leave_out(
                    f"table « {table} »", "absente de ce fichier : ce qui en venait reste tel quel"
                )

    def __contains__(self, table):
        return table in self._members

    def rows(self, table):
        """Yield (place, row) of a table, in the order of the file; none if it is missing.

        A table without rows is refused: it would empty what it brought before.
        """
        if table not in self:
            return
        member = self._members[table]
        self._reading.encoding = self._reading.encoding or member.encoding
        line = None
        for line, row in read_csv(member, (NEEDED | USEFUL)[table], OPTIONAL):
            row = {name: cell.strip() for name, cell in row.items()}
            row |= {name: code_of(row[name]) for name in CODES if name in row}
            yield f"{member.name}, ligne {line}", row
        if line is None:
            raise RefusedFile(f"{member.name} : cette table n’a aucune ligne.")


def csv_members(published):
    """Yield (member, match of its name) of the tables."""
    for member in published.members:
        found = MEMBER.fullmatch(PurePosixPath(member.name).name)
        if found:
            if (found["codec"] or "").lower().startswith("_iso"):
                # Where cp1252 has « œ », it has « ½ ».
                member.fallback = "iso8859-15"
            yield member, found


def edition_of(published):
    """Return the date of publication that « version.txt » gives, None without one."""
    for member in published.find(ABOUT):
        text = "".join(text_lines(member))[:LONGEST_ABOUT]
        if found := PUBLISHED_ON.search(text):
            day, month, year = map(int, found.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None
