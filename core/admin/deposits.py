"""The pages by which staff with the right import a public file: deposit, trial, report, writing."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime

from core.admin.deposit_forms import DepositForm
from core.admin.import_reports import as_csv, shown
from core.importing import deposits, worker
from core.importing.deposits import Phase, State
from core.importing.registry import title_of
from core.models import Attente, Ecart, Rapprochement
from core.rendering import typographie

# What small files need: their report then comes without a page that says to wait.
SECONDS_WAITED = 2
TEXTS = {
    (State.REFUSED, Phase.WRITING): "L’écriture a été refusée, et rien n’a été écrit.",
    (State.INTERRUPTED, Phase.WRITING): "L’écriture a été interrompue : rien n’a été écrit dans le guide.",
    (State.INTERRUPTED, Phase.TRIAL): "L’essai a été interrompu avant sa fin : recommencez-le.",
}


def seconds_since(moment):
    """Return how long ago a moment was, « 34 s » or « 2 min 5 s »."""
    minutes, seconds = divmod(int((timezone.now() - moment).total_seconds()), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


class DepositPages:
    """For the admin of `Import`: « Ajouter » deposits a file, which then has a page of its own."""

    def get_urls(self):
        own = {
            "depot/<str:name>/": (self.deposit_view, "core_import_depot"),
            "depot/<str:name>/rapport.csv": (self.deposit_csv, "core_import_depot_csv"),
            "<int:pk>/rapport.csv": (self.import_csv, "core_import_csv"),
        }
        urls = [
            path(route, self.admin_site.admin_view(view), name=name) for route, (view, name) in own.items()
        ]
        return [*urls, *super().get_urls()]

    def has_add_permission(self, request):
        return request.user.has_perm("core.add_import")

    def has_view_permission(self, request, obj=None):
        # Who imports has to read what became of it.
        return super().has_view_permission(request, obj) or self.has_add_permission(request)

    def page(self, request, template, title, **context):
        """Return an admin page of the imports."""
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, template, {**shared, **context})

    def _require_right(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied

    # --- The deposit ----------------------------------------------------------------------------

    def add_view(self, request, form_url="", extra_context=None):
        """Show the form, and keep the file that it brings; its trial begins at once."""
        self._require_right(request)
        if request.method != "POST":
            return self.form_page(request, DepositForm())
        form = DepositForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                deposit = form.receive()
            except OSError as error:
                form.add_error("fichier", f"Ce fichier n’a pas pu être gardé ({error.strerror}).")
            else:
                return self.work_on(request, deposit, Phase.TRIAL)
        return self.form_page(request, form)

    def form_page(self, request, form, refused=None):
        """Return the form; `refused` is the deposit whose file it is about."""
        waiting = [(deposit, title_of(deposit.notes.famille)) for deposit in deposits.every()]
        return self.page(
            request,
            "admin/imports/depot.html",
            "Importer un fichier public",
            form=form,
            refuse=refused,
            depots=waiting,
        )

    def work_on(self, request, deposit, phase):
        """Start the work, wait a moment for it, and lead to the page of the deposit."""
        worker.start(deposit, phase, request.user)
        worker.wait(deposit, SECONDS_WAITED)
        return HttpResponseRedirect(reverse("admin:core_import_depot", args=[deposit.name]))

    # --- What became of it ----------------------------------------------------------------------

    def deposit_view(self, request, name):
        """Show how far a deposit is: waiting, refused, its report; do what its buttons ask for."""
        self._require_right(request)
        deposit = deposits.find(name)
        state = deposit.state if deposit else State.GONE
        if state == State.GONE:
            return self.gone(request, name)
        asked = request.POST.get("action", "") if request.method == "POST" else ""
        if asked and state != State.RUNNING:
            return self.answer(request, deposit, asked)
        since = deposit.launched
        if state == State.RUNNING:
            title = f"{title_of(deposit.notes.famille)} : en cours"
            return self.page(
                request,
                "admin/imports/attente.html",
                typographie(title),
                depot=deposit,
                depuis=seconds_since(since),
            )
        notes = deposit.notes
        if notes.phase == Phase.WRITING and worker.written(notes.famille, notes.empreinte, since):
            deposit.remove()
            return self.gone(request, name, is_cut=True)
        if state == State.REFUSED and notes.phase == Phase.TRIAL:
            form = DepositForm(initial={"famille": notes.famille, "depot": deposit.name})
            return self.form_page(request, form, refused=deposit)
        return self.report_page(request, deposit, state)

    def report_page(self, request, deposit, state):
        """Return the report of the trial, with the button that writes it, and what went wrong since."""
        report = deposit.report
        return self.page(
            request,
            "admin/imports/essai.html",
            typographie(f"{title_of(deposit.notes.famille)} : ce que ce fichier changerait"),
            depot=deposit,
            rapport=report and shown(report),
            changements=report and report.changes,
            essaye_le=deposit.launched,
            probleme=TEXTS.get((state, deposit.notes.phase), ""),
        )

    def answer(self, request, deposit, asked):
        """Write the file, try it again, or forget it."""
        if asked == "ecrire" and deposit.report:
            return self.work_on(request, deposit, Phase.WRITING)
        if asked == "essayer":
            return self.work_on(request, deposit, Phase.TRIAL)
        if asked == "oublier":
            deposit.remove()
            self.message_user(request, f"{deposit.notes.fichier} est oublié : rien n’a été écrit.")
        return HttpResponseRedirect(reverse("admin:core_import_add"))

    def gone(self, request, name, is_cut=False):
        """Lead to the import that was written, or say that the file is no longer there.

        `is_cut`: the process ended after it had written, before the end of its work.
        """
        famille, _, empreinte = name.partition(".")
        done = worker.written(famille, empreinte)
        if done is None:
            text = "Ce fichier n’est plus gardé : déposez-le de nouveau."
            self.message_user(request, text, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:core_import_add"))
        if is_cut:
            text = (
                "Tout est écrit, mais l’index de la recherche n’a pas été refait : lancez « python3 run.py "
                "manage reindex_search »."
            )
            self.message_user(request, text, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:core_import_change", args=[done.pk]))

    # --- What was written -----------------------------------------------------------------------

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show the report of an import that was written, and what it leaves to the editors."""
        done = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, done):
            raise PermissionDenied
        if done is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return self.page(
            request,
            "admin/imports/importe.html",
            typographie(
                f"{title_of(done.famille)} : import du {date_format(localtime(done.fait_le), 'j F Y')}"
            ),
            rapport=shown(done),
            csv_url=reverse("admin:core_import_csv", args=[done.pk]),
            suites=self.left_to(request.user, done),
        )

    def left_to(self, user, done):
        """Return (address, words) of the lists where this editor decides what the import left open."""
        asked = (
            (Ecart, "origine__famille", {"garde": False, "origine__famille": done.famille}),
            (Rapprochement, "famille", {"decision": "", "famille": done.famille}),
            (Attente, "origine__famille", {"origine__famille": done.famille}),
        )
        return [
            (
                f"{reverse(f'admin:core_{model._meta.model_name}_changelist')}?{query}__exact={done.famille}",
                f"{model._meta.verbose_name_plural} : {model.objects.filter(**open_).count()}",
            )
            for model, query, open_ in asked
            if user.has_perm(f"core.view_{model._meta.model_name}")
        ]

    def import_csv(self, request, pk):
        """Return the whole report of an import as a file."""
        done = self.get_object(request, str(pk))
        if done is None or not self.has_view_permission(request, done):
            raise PermissionDenied
        return as_csv(done)

    def deposit_csv(self, request, name):
        """Return the whole report of a trial as a file."""
        self._require_right(request)
        deposit = deposits.find(name)
        report = deposit.report if deposit else None
        return as_csv(report) if report else self.gone(request, name)
