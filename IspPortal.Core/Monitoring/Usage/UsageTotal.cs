namespace IspPortal.Core.Monitoring.Usage;

/// <summary>What one access used over a time, exact over what was read.</summary>
/// <param name="DownBytes">Bytes towards the customer.</param>
/// <param name="UpBytes">Bytes from the customer.</param>
/// <param name="UnseenFor">How long it had a session whose traffic was not read.</param>
public sealed record UsageTotal(long DownBytes, long UpBytes, TimeSpan UnseenFor)
{
    /// <summary>Both directions.</summary>
    public long Bytes => DownBytes + UpBytes;
}
