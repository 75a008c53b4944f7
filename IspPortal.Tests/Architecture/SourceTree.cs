using System.Text.RegularExpressions;

namespace IspPortal.Tests.Architecture;

/// <summary>The product's own source as text, without comments, so that a rule speaks of code only.</summary>
internal static partial class SourceTree
{
    private static readonly string[] Projects = ["IspPortal.Core", "IspPortal.Infrastructure", "IspPortal.Web"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Read()
    {
        var files = new List<SourceFile>();
        foreach (var project in Projects)
        {
            foreach (var path in Directory.EnumerateFiles(System.IO.Path.Combine(Root, project), "*.*", SearchOption.AllDirectories))
            {
                var relative = System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');
                if (relative.Contains("/obj/", StringComparison.Ordinal)
                    || relative.Contains("/bin/", StringComparison.Ordinal)
                    || relative.Contains("/Migrations/", StringComparison.Ordinal)
                    || (!relative.EndsWith(".cs", StringComparison.Ordinal) && !relative.EndsWith(".razor", StringComparison.Ordinal)))
                {
                    continue;
                }

                files.Add(new SourceFile(relative, WithoutComments(File.ReadAllText(path))));
            }
        }

        return files;
    }

    public static string WithoutComments(string text) => Comments().Replace(text, match => new string('\n', match.Value.Count(c => c == '\n')));

    [GeneratedRegex(@"(?<![:""'/])//[^\n]*|/\*.*?\*/|@\*.*?\*@", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comments();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "IspPortal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No IspPortal.sln above the tests: they read the source tree.");
    }
}
