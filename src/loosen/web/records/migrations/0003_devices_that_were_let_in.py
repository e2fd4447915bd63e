"""Adds the phones and tablets that may open the record from the home network."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0002_one_person_is_here")]

    operations = [
        migrations.CreateModel(
            name="AdmittedDevice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                ("admitted_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("put_out_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="admitted",
                        to="records.ownerrecord",
                    ),
                ),
            ],
        ),
    ]
