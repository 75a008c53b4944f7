using System.Text.Json;

namespace IspPortal.Tests.Architecture;

/// <summary>Reads the licence of every installed npm package from its package.json.</summary>
internal static class NpmLicences
{
    public static IReadOnlyList<(string Package, string Licence)> Read(string nodeModules)
    {
        var found = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(nodeModules, "package.json", SearchOption.AllDirectories))
        {
            using var package = JsonDocument.Parse(File.ReadAllText(file));
            var root = package.RootElement;
            if (root.TryGetProperty("name", out var name) && root.TryGetProperty("version", out var version))
            {
                var licence = root.TryGetProperty("license", out var stated) ? stated.ToString() : "none stated";
                found.Add(($"{name}/{version}", licence));
            }
        }

        return found;
    }
}
