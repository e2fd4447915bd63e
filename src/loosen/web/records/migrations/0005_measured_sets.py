"""Lets what a set came to into the record."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0004_medicine_and_diary_entries"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="entryrecord",
            name="kind_is_known",
        ),
        migrations.AddConstraint(
            model_name="entryrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "answers",
                            "decision",
                            "clinician-note",
                            "moment",
                            "pain",
                            "legs",
                            "session-started",
                            "step-ended",
                            "set-measured",
                            "session-stopped",
                            "session-ended",
                            "remedy",
                            "feeling-back",
                            "position",
                            "walk",
                            "preference",
                            "course",
                            "review",
                            "skin",
                            "dose",
                            "intake",
                            "medicine-word",
                            "sleep",
                            "sitting",
                            "trigger",
                            "function",
                            "comparison-begun",
                            "comparison-ended",
                            "order-wish",
                            "withdrawal",
                        ],
                    )
                ),
                name="kind_is_known",
            ),
        ),
    ]
