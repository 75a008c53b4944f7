using System.Text.RegularExpressions;

namespace IspPortal.Tests.Architecture;

/// <summary>
/// The rules of docs/architecture, each as a function from source files to violations, so that each can be shown to fail on a planted one.
/// </summary>
internal static partial class HouseRules
{
    /// <summary>Which feature a feature may name, besides itself and the open ones.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Network"] = [],
        ["Monitoring"] = ["Network"],
        ["Alerts"] = ["Monitoring", "Network"],
        ["Customers"] = [],
        ["Plans"] = ["Network"],
        ["Inventory"] = ["Customers", "Network", "Subscriptions"],
        ["Subscriptions"] = ["Customers", "Plans", "Network", "Monitoring"],
        ["Billing"] = ["Subscriptions", "Customers", "Plans"],
        ["Payments"] = ["Billing"],
        ["Mapping"] = ["Network", "Customers", "Subscriptions", "Monitoring", "Inventory"],
        ["Acs"] = [],
        ["Partners"] = [],
        ["Reporting"] = ["Network", "Monitoring", "Alerts", "Customers", "Plans", "Inventory", "Subscriptions", "Billing", "Payments", "Mapping", "Acs", "Partners"],
    };

    public static IEnumerable<string> NamespaceIsFolder(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Name.EndsWith(".cs", StringComparison.Ordinal) && !file.Name.EndsWith(".razor.cs", StringComparison.Ordinal)
        let declared = Namespace().Match(file.Text)
        where declared.Success
        let expected = file.Path[..file.Path.LastIndexOf('/')].Replace('/', '.')
        where declared.Groups["name"].Value != expected
        select $"{file.Path}: namespace {declared.Groups["name"].Value}, expected {expected}";

    public static IEnumerable<string> WebNamesInfrastructureOnlyInProgram(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsUnder("IspPortal.Web/") && file.Path != "IspPortal.Web/Program.cs"
        where file.Text.Contains("IspPortal.Infrastructure", StringComparison.Ordinal)
        select $"{file.Path}: names IspPortal.Infrastructure; components and endpoints bind to Core services";

    public static IEnumerable<string> LayersPointInwards(IEnumerable<SourceFile> files) =>
        from file in files
        let outer = file.IsUnder("IspPortal.Core/") ? OutsideCore().Match(file.Text) : file.IsUnder("IspPortal.Infrastructure/") ? OutsideInfrastructure().Match(file.Text) : Match.Empty
        where outer.Success
        select $"{file.Path}: names {outer.Value}; Web and Infrastructure know Core, not the other way round";

    public static IEnumerable<string> GeometryIsInMapping(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsUnder("IspPortal.Core/") && !file.IsUnder("IspPortal.Core/Mapping/")
        where file.Text.Contains("NetTopologySuite", StringComparison.Ordinal)
        select $"{file.Path}: names NetTopologySuite; geometry is in Core/Mapping";

    /// <summary>Internal entities: the compiler itself keeps them out of components.</summary>
    public static IEnumerable<string> EntitiesAreInternal(IEnumerable<Type> entities) =>
        from entity in entities
        where entity.IsVisible
        select $"{entity.FullName}: an entity that components can name";

    public static IEnumerable<string> JobsAreShort(IEnumerable<(string Path, string RawText)> files) =>
        from file in files
        where file.Path.StartsWith("IspPortal.Infrastructure/", StringComparison.Ordinal) && JobType().IsMatch(file.RawText)
        let lines = file.RawText.AsSpan().Count('\n')
        let database = file.RawText.Contains("DbContext", StringComparison.Ordinal) || file.RawText.Contains("PortalContextSource", StringComparison.Ordinal)
        where lines > 60 || database
        select $"{file.Path}: {lines} lines{(database ? ", and a database" : "")}; a job takes context, calls one service, reports the outcome";

    public static IEnumerable<string> ComponentsStayAwayFromPlumbing(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsUnder("IspPortal.Web/") && (file.Name.EndsWith(".razor", StringComparison.Ordinal) || file.Name.EndsWith(".razor.cs", StringComparison.Ordinal))
        where file.Name != "App.razor"
        let text = IsStaticPage(file) ? HttpContextOnly().Replace(file.Text, "") : file.Text
        let match = Plumbing().Match(text)
        where match.Success
        select $"{file.Path}: names {match.Value}; components bind to application services";

    public static IEnumerable<string> OnlyRouterOsAndLabOpenSockets(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("IspPortal.Infrastructure/RouterOs/") && !file.IsUnder("IspPortal.Infrastructure/Lab/")
        let match = Sockets().Match(file.Text)
        where match.Success
        select $"{file.Path}: names {match.Value}; router sockets are opened in RouterOs/ and Lab/ only";

    public static IEnumerable<string> OnlyHostingNamesQuartz(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("IspPortal.Infrastructure/Hosting/")
        where Quartz().IsMatch(file.Text)
        select $"{file.Path}: names Quartz; features call AddPortalJob";

    public static IEnumerable<string> ProviderSqlIsInProviders(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.IsUnder("IspPortal.Infrastructure/Persistence/") && !file.IsUnder("IspPortal.Infrastructure/Series/")
        let match = ProviderSql().Match(file.Text)
        where match.Success
        select $"{file.Path}: names {match.Value}; provider SQL sits in Persistence/Providers";

    public static IEnumerable<string> FeaturesPointOneWay(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var parts = file.Path.Split('/');
            var own = parts[0] == "IspPortal.Web" ? null : parts[1];
            if (own is null || !MayUse.TryGetValue(own, out var allowed))
            {
                continue;
            }

            foreach (Match match in FeatureUse().Matches(file.Text))
            {
                var other = match.Groups["feature"].Value;
                if (other != own && MayUse.ContainsKey(other) && !allowed.Contains(other, StringComparer.Ordinal))
                {
                    yield return $"{file.Path}: {own} names {other}; backwards is an event or a contract in Common";
                }
            }
        }
    }

    public static IEnumerable<string> NamesSayWhat(IEnumerable<SourceFile> files) =>
        from file in files
        let match = VagueName().Match(file.Text)
        where match.Success
        select $"{file.Path}: {match.Value.Trim()}; say what it does instead";

    public static IEnumerable<string> NothingIsLeftToDo(IEnumerable<(string Path, string RawText)> files) =>
        from file in files
        where LeftToDo().IsMatch(file.RawText)
        select $"{file.Path}: a note of unfinished work";

    public static IEnumerable<string> FilesStaySmall(IEnumerable<(string Path, string RawText)> files) =>
        from file in files
        let lines = file.RawText.AsSpan().Count('\n')
        where lines > 500
        select $"{file.Path}: {lines} lines; a room that outgrew itself";

    /// <summary>Sign-in and public pages are rendered once, within their request: there HttpContext is the truth.</summary>
    private static bool IsStaticPage(SourceFile file) => file.IsUnder("IspPortal.Web/Account/") || file.IsUnder("IspPortal.Web/Public/");

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:\w*DbContext|IRouterOs\w+|RouterOsPool|ISchedulerFactory|IScheduler|HttpContext)\b", RegexOptions.None, 5_000)]
    private static partial Regex Plumbing();

    [GeneratedRegex(@"\bHttpContext\b", RegexOptions.None, 5_000)]
    private static partial Regex HttpContextOnly();

    [GeneratedRegex(@"\busing IspPortal\.(?:Infrastructure|Web)\b|\bIspPortal\.(?:Infrastructure|Web)\.(?!dll\b)\w+", RegexOptions.None, 5_000)]
    private static partial Regex OutsideCore();

    [GeneratedRegex(@"\busing IspPortal\.Web\b|\bIspPortal\.Web\.(?!dll\b)\w+", RegexOptions.None, 5_000)]
    private static partial Regex OutsideInfrastructure();

    [GeneratedRegex(@"\bclass\s+\w+[^{;]*:\s*[^{;]*\bIPortalJob\b", RegexOptions.None, 5_000)]
    private static partial Regex JobType();

    [GeneratedRegex(@"\b(?:TcpClient|TcpListener|new Socket|SslStream|NetworkStream)\b", RegexOptions.None, 5_000)]
    private static partial Regex Sockets();

    [GeneratedRegex(@"\busing Quartz\b|\bQuartz\.", RegexOptions.None, 5_000)]
    private static partial Regex Quartz();

    [GeneratedRegex(@"\b(?:FromSql\w*|ExecuteSql\w*|SqlQuery\w*)\b|""\s*PRAGMA|\bSqliteConnection\b|\bNpgsqlConnection\b", RegexOptions.None, 5_000)]
    private static partial Regex ProviderSql();

    [GeneratedRegex(@"\bIspPortal\.(?:Core|Infrastructure)\.(?<feature>\w+)", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex FeatureUse();

    [GeneratedRegex(@"\b(?:class|record|interface|struct)\s+\w*(?:Manager|Helper|Helpers|Util|Utils)\b", RegexOptions.None, 5_000)]
    private static partial Regex VagueName();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|XXX)\b|NotImplementedException", RegexOptions.None, 5_000)]
    private static partial Regex LeftToDo();
}
