# The sources of functions/, temporal/ and format/, relative to query/.
set(YEON_QUERY_FUNCTION_SOURCES)
set(YEON_QUERY_FUNCTION_TESTS)
