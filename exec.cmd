@rem Scripts of package.json that run until they are stopped begin with exec: then npm's shell makes way for them and a
@rem signal to npm reaches them. The shell of Windows knows no exec; it finds this file, which does the same without one.
@%*
