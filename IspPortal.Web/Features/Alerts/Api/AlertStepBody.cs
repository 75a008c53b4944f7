using IspPortal.Core.Alerts.Escalation;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>One step of a policy; it tells somebody.</summary>
/// <param name="AfterMinutes">How long after the alert opened; later than the step before.</param>
/// <param name="OnCall">Whoever is on call then.</param>
/// <param name="Roles">Everybody of these roles.</param>
/// <param name="UserIds">These people.</param>
/// <param name="Rooms">These rooms: a Telegram group, a chat room, a webhook.</param>
internal sealed record AlertStepBody(int? AfterMinutes = null, bool? OnCall = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<Guid>? UserIds = null, IReadOnlyList<AlertRoom>? Rooms = null)
{
    public AlertStep ToStep() => new()
    {
        AfterMinutes = AfterMinutes ?? 0,
        OnCall = OnCall ?? false,
        Roles = [.. (Roles ?? []).Where(static role => role is not null)],
        UserIds = UserIds ?? [],
        Rooms = [.. (Rooms ?? []).Where(static room => room is not null)],
    };
}
