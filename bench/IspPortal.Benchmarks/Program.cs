namespace IspPortal.Benchmarks; internal static class Program { private static void Main() { } }
