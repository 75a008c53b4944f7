using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Provisioning;

/// <summary>A place of a line that was declared anew together with a plan: taking the plan back puts it back.</summary>
internal sealed class AccessPlanPlace
{
    public Guid PlanId { get; set; }

    public Guid AccessId { get; set; }

    public Guid RouterId { get; set; }

    /// <summary>What the router was to the line before; null: nothing.</summary>
    public PlacementRole? RoleBefore { get; set; }

    public PlacementRole RoleAfter { get; set; }

    /// <summary>Where the line belonged before, as in <see cref="DesiredAccessRecord.HomeRouterId"/>.</summary>
    public Guid? HomeBefore { get; set; }
}
