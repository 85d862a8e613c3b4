"""The rules of Listo: Qt-free, and shared by the window and the command line."""
