using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Alerts;

/// <summary>Takes and ends incidents. Needs <see cref="AlertPermissions.AlertsWrite"/>.</summary>
public interface IAlertDesk
{
    /// <summary>Takes an open incident. <see cref="AlertErrors.AlreadyTaken"/> or <see cref="AlertErrors.AlreadyResolved"/> when somebody was faster.</summary>
    /// <param name="alertId">The incident.</param>
    /// <param name="version">The version the person saw; null takes it as it is now.</param>
    /// <param name="note">What the person says, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result> AcknowledgeAsync(Guid alertId, long? version, string? note, CancellationToken cancellationToken);

    /// <summary>
    /// Ends an incident by hand; a note is required. It opens anew if the condition still holds at the next poll. <see cref="AlertErrors.AlreadyResolved"/> when it
    /// is over, <see cref="AlertErrors.AlreadyTaken"/> when somebody took it since the person looked.
    /// </summary>
    /// <param name="alertId">The incident.</param>
    /// <param name="version">The version the person saw; null ends it as it is now.</param>
    /// <param name="note">Why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result> ResolveAsync(Guid alertId, long? version, string note, CancellationToken cancellationToken);

    /// <summary>Adds a note, whether it is over or not. <see cref="AlertErrors.NoteRequired"/> without words.</summary>
    /// <param name="alertId">The incident.</param>
    /// <param name="note">What the person says, up to 1,000 letters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result> NoteAsync(Guid alertId, string note, CancellationToken cancellationToken);
}
