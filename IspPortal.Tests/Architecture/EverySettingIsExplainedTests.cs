using System.Collections;
using System.Reflection;
using System.Text.Json;
using IspPortal.Infrastructure.Lab;
using IspPortal.Web.Security;

namespace IspPortal.Tests.Architecture;

/// <summary>Whoever adds an infrastructure setting explains it, and shows its default where operators look.</summary>
public sealed class EverySettingIsExplainedTests
{
    private static readonly string[] Settings =
    [
        .. new[] { typeof(LabOptions).Assembly, typeof(SecurityOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } named ? named.GetRawConstantValue() as string : null))
            .Where(found => found.Section is not null)
            .SelectMany(found => NamesOf(found.Type, found.Section!)),
    ];

    [Fact]
    public void Settings_are_found() => Assert.Subset(
        Settings.ToHashSet(StringComparer.Ordinal),
        new HashSet<string>(StringComparer.Ordinal) { "Storage:Provider", "Identity:TotpIssuer", "Security:KnownProxies", "Api:MetricsToken", "RouterOs:Limits:MaxWordBytes", "Map:TileFolder", "Lab:Enabled" });

    [Fact]
    public async Task Each_has_a_row_in_configure_md()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "operations", "configure.md"), TestContext.Current.CancellationToken);
        Assert.All(Settings, setting => Assert.Contains($"| `{setting}` |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_is_in_appsettings_json()
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "appsettings.json"), TestContext.Current.CancellationToken));

        // Whether there is a lab depends on the environment as long as nobody says so.
        Assert.All(Settings.Where(setting => setting != "Lab:Enabled"), setting =>
        {
            var place = document.RootElement;
            Assert.All(setting.Split(':'), name => Assert.True(place.TryGetProperty(name, out place), $"appsettings.json lacks {setting}."));
        });
    }

    private static IEnumerable<string> NamesOf(Type type, string prefix) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite || (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable))))
        .SelectMany(property => property.PropertyType is { IsClass: true } inner && inner.Namespace!.StartsWith("IspPortal", StringComparison.Ordinal)
            ? NamesOf(inner, $"{prefix}:{property.Name}")
            : [$"{prefix}:{property.Name}"]);
}
