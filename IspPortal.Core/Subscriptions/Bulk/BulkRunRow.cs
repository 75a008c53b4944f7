namespace IspPortal.Core.Subscriptions.Bulk;

/// <summary>One change to many.</summary>
/// <param name="Id">The run.</param>
/// <param name="Kind">What is changed.</param>
/// <param name="Target">To what: the plan's or router's name, or the tag.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Items">How many it has.</param>
/// <param name="Done">How many were changed.</param>
/// <param name="Failed">How many could not be.</param>
/// <param name="Reason">Why.</param>
/// <param name="CreatedBy">Who began it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="EndedAtUtc">When it ended, or null.</param>
public sealed record BulkRunRow(Guid Id, BulkChangeKind Kind, string Target, BulkRunState State, int Items, int Done, int Failed, string Reason, string CreatedBy, DateTime CreatedAtUtc, DateTime? EndedAtUtc);
