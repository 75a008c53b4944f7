namespace IspPortal.Core.Mapping.Live;

/// <summary>Which lines a map shows and counts. Null: whatever it is.</summary>
/// <param name="State">In this state.</param>
/// <param name="PlanId">On this plan.</param>
/// <param name="RouterId">Served by this router.</param>
/// <param name="Tag">Of customers with this tag.</param>
/// <param name="Payment">That stand with their bill like this.</param>
public sealed record MapLineFilter(MapLineState? State = null, Guid? PlanId = null, Guid? RouterId = null, string? Tag = null, MapPayment? Payment = null);
