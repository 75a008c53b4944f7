namespace IspPortal.Core.Messaging;

/// <summary>Can keep messages from going out: while any says so, they become what would have been sent.</summary>
public interface IMessageHold
{
    /// <summary>Whether nothing may go out now.</summary>
    ValueTask<bool> HoldsAsync(CancellationToken cancellationToken);
}
