using System.Reflection;

namespace IspPortal.Tests.Architecture;

/// <summary>What Core may reference: the BCL, extension abstractions, FluentValidation, and NetTopologySuite for maps.</summary>
internal static class CoreReferences
{
    public static IEnumerable<string> NotAllowed(IEnumerable<AssemblyName> references) =>
        from reference in references
        let name = reference.Name ?? ""
        where !(name is "mscorlib" or "netstandard" or "FluentValidation" or "NetTopologySuite"
            || name.StartsWith("System.", StringComparison.Ordinal) || name == "System"
            || (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && name.EndsWith(".Abstractions", StringComparison.Ordinal)))
        select name;
}
