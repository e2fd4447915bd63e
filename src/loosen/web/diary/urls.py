"""The addresses of the diary."""

from django.urls import path

from . import function_views, note_views, signs_views, views

urlpatterns = [
    path("diary/", views.line, name="diary"),
    path("diary/charts/", views.charts, name="diary-charts"),
    path("diary/note/", views.sheet, name="diary-sheet"),
    path("diary/note/pain/scores/", note_views.scores, name="diary-scores"),
    path("diary/note/<slug:note_kind>/", note_views.note, name="diary-note"),
    path("diary/again/<slug:note_kind>/", views.again, name="diary-again"),
    path("diary/undo/<uuid:entry_id>/", views.undo, name="diary-undo"),
    path("diary/signs/", signs_views.signs, name="diary-signs"),
    path("diary/function/", function_views.measures, name="diary-measures"),
    path("diary/function/<slug:measure_id>/", function_views.measure, name="diary-measure"),
]
