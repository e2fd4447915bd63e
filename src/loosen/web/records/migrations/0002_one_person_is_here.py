"""Says which person is the one of this computer; until now it was the first that was made."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def name_the_first(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The first person made is the one whose record was shown."""
    owners = apps.get_model("records", "OwnerRecord").objects
    first = owners.order_by("made_at", "id").first()
    if first is not None:
        owners.filter(pk=first.pk).update(is_here=True)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="ownerrecord",
            name="is_here",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(name_the_first, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="ownerrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_here", True)),
                fields=("is_here",),
                name="one_person_is_here",
            ),
        ),
    ]
