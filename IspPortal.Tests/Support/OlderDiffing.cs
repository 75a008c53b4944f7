using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace IspPortal.Tests.Support;

/// <summary>bUnit names AngleSharp.Diffing 1.1.1; the version that can be had, 0.17, answers the same calls.</summary>
internal static class OlderDiffing
{
    private const string Name = "AngleSharp.Diffing";

#pragma warning disable CA2255 // A test project is an application: the resolver must be there before bUnit's first type is loaded.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Answer() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == Name ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Name + ".dll")) : null;
}
