namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>What scopes and capacities go by.</summary>
/// <param name="Tags">The tags of each router.</param>
/// <param name="Capacities">What each router's uplink carries, bits per second.</param>
/// <param name="Plans">The plan of each line; empty when no rule asks.</param>
internal sealed record RuleSurroundings(IReadOnlyDictionary<Guid, IReadOnlySet<string>> Tags, IReadOnlyDictionary<Guid, double> Capacities, IReadOnlyDictionary<Guid, Guid> Plans)
{
    public static RuleSurroundings None { get; } = new(new Dictionary<Guid, IReadOnlySet<string>>(), new Dictionary<Guid, double>(), new Dictionary<Guid, Guid>());

    public IReadOnlySet<string>? TagsOf(Guid routerId) => Tags.GetValueOrDefault(routerId);

    public double? CapacityOf(Guid routerId) => Capacities.TryGetValue(routerId, out var capacity) ? capacity : null;

    public Guid? PlanOf(Guid accessId) => Plans.TryGetValue(accessId, out var plan) ? plan : null;
}
