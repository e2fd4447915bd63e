"""The addresses of minute one."""

from django.urls import path

from . import card_views, change_views, note_views, views

urlpatterns = [
    path("", views.first, name="first"),
    path("screen/", views.screen, name="screen"),
    path("screen/again/", card_views.again, name="screen-again"),
    path("screen/changed/", change_views.changed, name="screen-changed"),
    path("screen/result/", views.result, name="screen-result"),
    path("screen/<slug:card_id>/", card_views.card, name="screen-card"),
    path("urgent/", views.urgent, name="urgent"),
    path("urgent/talk/", views.talk, name="urgent-talk"),
    path("emergency/", views.emergency, name="emergency"),
    path("clinician/", note_views.note, name="clinician"),
    path("help/alone/", views.help_for, {"who": "alone"}, name="help-alone"),
    path("help/with-someone/", views.help_for, {"who": "with-someone"}, name="help-with-someone"),
    path("help/cannot-move/", views.help_for, {"who": "cannot-move"}, name="help-cannot-move"),
]
