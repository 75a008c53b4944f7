namespace IspPortal.Infrastructure.Lab.Sample;

/// <summary>How large the sample ISP is.</summary>
/// <param name="Name">What <c>Lab:Profile</c> says.</param>
/// <param name="Routers">Number of routers.</param>
/// <param name="SubscribersPerRouter">Customers behind each.</param>
internal sealed record SampleProfile(string Name, int Routers, int SubscribersPerRouter)
{
    public static IReadOnlyList<SampleProfile> All { get; } = [new("demo", 4, 155), new("large", 20, 1_050), new("huge", 100, 1_050)];

    public static SampleProfile Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"Lab:Profile is '{name}'; it must be one of {string.Join(", ", All.Select(p => p.Name))}.");
}
