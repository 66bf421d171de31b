"""Which relations a model has, and which of its lists a form has changed."""


def relation_names(model):
    """Return (foreign keys, many-to-many fields): the names of the editable relations of a model."""
    opts = model._meta
    keys = [field.name for field in opts.fields if field.many_to_one and field.editable]
    return keys, [field.name for field in opts.many_to_many if field.editable]


def changed_links(form):
    """Return what a saved form changed in its many-to-many fields, as rows to keep in the admin's log.

    The history of rows holds no lists; the log of the admin does, so that nothing an editor changes is lost.
    """
    opts = form._meta.model._meta
    lists = {field.name: field for field in opts.many_to_many}
    return [
        {
            "model": opts.label_lower,
            "pk": str(form.instance.pk),
            "object": str(form.instance),
            "field": str(lists[name].verbose_name),
            "before": [str(row) for row in form.initial.get(name) or []],
            "after": [str(row) for row in form.cleaned_data[name]],
        }
        for name in form.changed_data
        if name in lists and name in form.cleaned_data
    ]
