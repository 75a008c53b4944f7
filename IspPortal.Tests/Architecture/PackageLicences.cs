using System.Text.Json;
using System.Xml.Linq;

namespace IspPortal.Tests.Architecture;

/// <summary>Reads the licence that every restored package states in its own nuspec.</summary>
internal static class PackageLicences
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PostgreSQL", "MS-PL", "OFL-1.1",
    };

    /// <summary>Packages whose licence is right but stated in a way that no rule can read: see docs/development/packages.md.</summary>
    private static readonly HashSet<string> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.Data.SqlClient.SNI.runtime", "sourcegear.sqlite3", "Bogus",
    };

    public static IEnumerable<string> NotAllowed(IEnumerable<(string Package, string Licence)> packages) =>
        from package in packages
        let name = package.Package[..package.Package.IndexOf('/', StringComparison.Ordinal)]
        where !Named.Contains(name) && !IsAllowed(package.Licence)
        select $"{package.Package}: {package.Licence}";

    public static IReadOnlyList<(string Package, string Licence)> OfRestored(string assetsFile)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var found = new List<(string, string)>();
        foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package")
            {
                continue;
            }

            var folder = folders.Select(root => Path.Combine(root, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
            found.Add((library.Name, Read(folder)));
        }

        return found;
    }

    private static bool IsAllowed(string licence) => licence
        .Split(["(", ")", " AND ", " OR "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(Allowed.Contains);

    private static string Read(string folder)
    {
        var nuspec = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single());
        var licence = nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        if (licence is null)
        {
            return nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value ?? "none stated";
        }

        if (licence.Attribute("type")?.Value != "file")
        {
            return licence.Value;
        }

        var text = File.ReadAllText(Path.Combine(folder, licence.Value.Replace('\\', '/')));
        return text.Contains("Permission is hereby granted, free of charge, to any person obtaining a copy", StringComparison.Ordinal) ? "MIT" : $"file {licence.Value}";
    }
}
