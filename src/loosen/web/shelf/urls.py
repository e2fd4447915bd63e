"""The addresses of the shelf."""

from django.urls import path

from . import views

urlpatterns = [
    path("library/", views.library, name="library"),
    path("library/<slug:item_id>/", views.item, name="library-item"),
    path("read/", views.texts, name="read"),
    path("read/<slug:text_id>/", views.text, name="read-text"),
    path("why/<slug:told_id>/", views.why, name="why"),
]
