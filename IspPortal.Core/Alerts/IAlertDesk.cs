using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts;

/// <summary>Takes and ends incidents. Needs <see cref="AlertPermissions.AlertsWrite"/>.</summary>
public interface IAlertDesk
{
    /// <summary>Takes an open incident; taking one that is already taken changes nothing.</summary>
    Task<Result> AcknowledgeAsync(Guid alertId, string? note, CancellationToken cancellationToken);

    /// <summary>Ends an incident by hand; a note is required. It opens anew if the condition still holds at the next poll.</summary>
    Task<Result> ResolveAsync(Guid alertId, string note, CancellationToken cancellationToken);
}
