"""The addresses of medicines."""

from django.urls import path

from . import add_views, question_views, views

urlpatterns = [
    path("medicines/", views.home, name="medicines"),
    path("medicines/took/", views.took, name="medicine-took"),
    path("medicines/may/", views.may, name="medicine-may"),
    path("medicines/logged/<uuid:entry_id>/", views.logged, name="medicine-logged"),
    path("medicines/undo/<uuid:entry_id>/", views.undo, name="medicine-undo"),
    path("medicines/dose/<uuid:entry_id>/", add_views.dose, name="medicine-dose"),
    path("medicines/elsewhere/", views.elsewhere, name="medicine-elsewhere"),
    path("medicines/add/", add_views.add, name="medicine-add"),
    path("medicines/add/own/", add_views.own, name="medicine-own"),
    path("medicines/add/<slug:product_id>/", add_views.pack, name="medicine-pack"),
    path("medicines/history/", views.history, name="medicine-history"),
    path("medicines/carer/", views.carer, name="medicine-carer"),
    path("medicines/word/", views.word, name="medicine-word"),
    path("medicines/questions/", question_views.questions, name="medicine-questions"),
    path("medicines/questions/<slug:card_id>/", question_views.card, name="medicine-card"),
]
