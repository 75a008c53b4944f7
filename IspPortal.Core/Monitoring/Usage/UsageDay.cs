namespace IspPortal.Core.Monitoring.Usage;

/// <summary>What one access used on one business day.</summary>
/// <param name="On">The day, in the business zone.</param>
/// <param name="DownBytes">Bytes towards the customer, exact over what was read.</param>
/// <param name="UpBytes">Bytes from the customer, exact over what was read.</param>
/// <param name="SeenFor">How much of the day its traffic was read.</param>
/// <param name="UnseenFor">How long it had a session whose traffic was not read; never charged.</param>
public sealed record UsageDay(DateOnly On, long DownBytes, long UpBytes, TimeSpan SeenFor, TimeSpan UnseenFor);
