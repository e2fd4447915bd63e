"""The addresses of the facts about the person."""

from django.urls import path

from loosen.web.start import card_views

from . import views

urlpatterns = [
    path("about/", views.about, name="about"),
    path("about/<slug:card_id>/", card_views.card, name="about-card"),
]
