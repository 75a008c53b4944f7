namespace IspPortal.Core.Audit;

/// <summary>Records actions that change no entity: a sign-in, a connection test, a switch of the lab. Entities marked <see cref="AuditedAttribute"/> need no call.</summary>
public interface IAuditWriter
{
    /// <summary>Adds one row in the name of the current actor, at once and on its own.</summary>
    /// <param name="action">What was done, a stable word in snake case, e.g. <c>signed_in</c>.</param>
    /// <param name="entity">What it was done to, e.g. <c>user</c>, <c>router</c>, <c>lab</c>.</param>
    /// <param name="entityId">Which one, or null when there is only one.</param>
    /// <param name="details">A small object that is kept as JSON, or null. Never a secret.</param>
    /// <param name="cancellationToken">Gives up before the row is written.</param>
    Task WriteAsync(string action, string entity, string? entityId, object? details, CancellationToken cancellationToken);
}
