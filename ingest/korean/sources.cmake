# Files of this folder, for ingest/CMakeLists.txt.
