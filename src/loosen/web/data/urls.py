"""The addresses of your data."""

from django.urls import path

from . import views

urlpatterns = [
    path("data/", views.everything, name="data"),
    path("data/entry/<uuid:entry_id>/", views.entry, name="data-entry"),
    path("data/entry/<uuid:entry_id>/correct/", views.correct, name="data-correct"),
    path("data/entry/<uuid:entry_id>/withdraw/", views.withdraw, name="data-withdraw"),
    path("data/export/", views.export, name="data-export"),
    path("data/export/csv/", views.export_csv, name="data-export-csv"),
    path("data/export/sets/", views.export_sets, name="data-export-sets"),
    path("data/import/csv/", views.import_csv, name="data-import-csv"),
    path("data/import/", views.import_, name="data-import"),
    path("data/erase/", views.erase, name="data-erase"),
    path("data/erased/", views.erased, name="data-erased"),
]
