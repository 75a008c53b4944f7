namespace IspPortal.Core.Network.Provisioning;

/// <summary>One finding of a plan as it is stored.</summary>
internal sealed class AccessPlanFindingRecord
{
    public Guid PlanId { get; set; }

    public Guid RouterId { get; set; }

    public int Number { get; set; }

    public PlanFindingKind Kind { get; set; }

    public required string Menu { get; set; }

    public required string Key { get; set; }

    public Guid? AccessId { get; set; }

    public string? Detail { get; set; }
}
