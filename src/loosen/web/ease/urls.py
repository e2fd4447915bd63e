"""The addresses of easing."""

from django.urls import path

from loosen.vocabulary import RemedyKind

from . import guided_views, helped_views, position_views, skin_views, thermal_views, wrap_views

THERMAL = (RemedyKind.HEAT, RemedyKind.COLD, RemedyKind.MASSAGE)

urlpatterns = [
    path("positions/", position_views.finder, name="positions"),
    path("positions/<slug:position_id>/", position_views.one, name="position"),
    path("transfers/", guided_views.transfers, name="transfers"),
    path("transfers/<slug:transfer_id>/", guided_views.transfer, name="transfer"),
    path("heat/wrap/", wrap_views.wrap, name="heat-wrap"),
    path("breathing/<slug:remedy_id>/", guided_views.breathing, name="breathing"),
]
for kind in RemedyKind:
    later = f"{kind.value}/later/<uuid:entry_id>/"
    urlpatterns.append(path(later, helped_views.later, {"kind": kind}, name=f"{kind.value}-later"))
for kind in (RemedyKind.HEAT, RemedyKind.COLD):
    asked = f"{kind.value}/skin/"
    urlpatterns.append(path(asked, skin_views.skin, {"kind": kind}, name=f"{kind.value}-skin"))
for kind in THERMAL:
    named, root = {"kind": kind}, kind.value
    urlpatterns += [
        path(f"{root}/", thermal_views.remedy, named, name=root),
        path(f"{root}/start/", thermal_views.start, named, name=f"{root}-start"),
        path(f"{root}/on/<uuid:entry_id>/", thermal_views.on, named, name=f"{root}-on"),
        path(f"{root}/after/<uuid:entry_id>/", thermal_views.after, named, name=f"{root}-after"),
    ]
