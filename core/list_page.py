"""A page that lists what facets find, in an order of the reader's, 24 a page, or all of it as a file."""

from core.citations import reused
from core.export import csv_response
from core.pages import NumberedPagesMixin, PageMixin
from core.sorting import Choice, Sorting
from core.sources import reused_by_row

# Of a file to download, read from the database while it is sent.
ROWS_AT_A_TIME = 500
# Of what public files gave to a row, beside its own source: what their licences ask to be said.
REUSED = "données publiques reprises (jeu de données, édition, licence)"
FORMATS = {"html": "Page", "csv": "Télécharger en CSV"}


class FacetedListMixin(NumberedPagesMixin, PageMixin):
    """For a `ListView`: every state is an address, `?format=csv` gives all that it finds as a file.

    It comes first among the bases. A list says what it is made of by the methods that raise here. Whatever
    the address asks wrongly is named among the `ignores` of the context.
    """

    # Of the file: its name, and {name of a column: function that returns the cell of a row}.
    file_name = ""
    columns = {}
    # Whether imports bring rows of the list, which then bear in the file what they owe to public data.
    reuses_data = False

    def get_facets(self, queryset):
        """Return the `FacetSet` of the list on these rows."""
        raise NotImplementedError

    def get_orders(self):
        """Return {value: label} of the orders that `ordered()` knows, the default first."""
        raise NotImplementedError

    def get_shown(self, rows):
        """Return the rows with what the page shows of them, or the file."""
        raise NotImplementedError

    def get_columns(self):
        """Return the names of the columns of the file; the last one is the whole address of a row's page."""
        return [*self.columns, "page"]

    def get_cells(self, row):
        """Return the cells of a row in the file."""
        cells = (cell_of(row) for cell_of in self.columns.values())
        return [*cells, self.request.build_absolute_uri(row.get_absolute_url())]

    def get_choices(self):
        """Return all that reads the address, in the order in which its mistakes are named."""
        return [self.facets, self.sorting, self.format]

    def get(self, request, *args, **kwargs):
        """Answer with the page, or with the file that is asked for."""
        self.format = Choice(request, "format", "Format", FORMATS)
        return self.as_csv() if self.format.key == "csv" else super().get(request, *args, **kwargs)

    def get_queryset(self):
        """Return the rows found, in order: of a page, nothing but what finds and sorts them."""
        self.facets = self.get_facets(super().get_queryset())
        self.sorting = Sorting(self.request, self.facets.orders_of(self.get_orders()))
        return self.facets.ordered(self.facets.rows, self.sorting.key)

    def paginate_queryset(self, queryset, page_size):
        """Load the rows of the page alone: thousands are sorted, by their keys, and 24 are read."""
        paginator, page, keys, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = self._shown(self.model.objects.filter(pk__in=keys.values("pk")))
        return paginator, page, page.object_list, has_others

    def _shown(self, rows):
        return self.facets.ordered(self.get_shown(rows), self.sorting.key)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            facets=self.facets, tri=self.sorting, csv_url=self.format.links[-1].url, **kwargs
        )
        ignored = [value for choice in self.get_choices() for value in choice.ignored]
        return {
            **context,
            "ignores": [*ignored, *context["ignores"]],
            "reprises": reused(context["object_list"]),
        }

    def as_csv(self):
        """Return every row that the filters leave, in the order asked for, whatever the page."""
        rows = self._shown(self.get_queryset()).iterator(chunk_size=ROWS_AT_A_TIME)
        reused = reused_by_row(self.model) if self.reuses_data else {}
        if not reused:
            return csv_response(self.file_name, self.get_columns(), map(self.get_cells, rows))
        *columns, page = self.get_columns()

        def cells(row):
            *cells, address = self.get_cells(row)
            return [*cells, reused.get(row.pk, ""), address]

        return csv_response(self.file_name, [*columns, REUSED, page], map(cells, rows))
