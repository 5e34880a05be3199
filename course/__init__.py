"""What the student does: follow the programme, log hours, make the work, link evidence, get feedback.

Never imports `assessment`: what is judged is frozen work, and lives there.
"""
