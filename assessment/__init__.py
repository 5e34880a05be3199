"""What is judged, on frozen work only: hand-in, scores, agreement, determination, certificates.

Work in the making belongs in `course`.
"""
