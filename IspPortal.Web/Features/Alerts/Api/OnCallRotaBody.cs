namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>Whose turn it is.</summary>
/// <param name="StartsOn">The day the first person's first turn begins; required.</param>
/// <param name="HandOverAt">When a turn is handed over, in the business zone; 08:00 when left out.</param>
/// <param name="Weeks">How long a turn is, 1–4; 1 when left out.</param>
/// <param name="Members">The people in order.</param>
/// <param name="Version">The version of the board that was read; required.</param>
internal sealed record OnCallRotaBody(DateOnly? StartsOn = null, TimeOnly? HandOverAt = null, int? Weeks = null, IReadOnlyList<Guid>? Members = null, long? Version = null);
