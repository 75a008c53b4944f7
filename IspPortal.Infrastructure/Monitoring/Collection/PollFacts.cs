using IspPortal.Core.Monitoring;
using IspPortal.Infrastructure.Series;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What a good poll says beside the sessions.</summary>
/// <param name="Health">The router's condition.</param>
/// <param name="Cost">What polling costs it.</param>
/// <param name="RoundTrip">How long the smallest question of the poll took over an open connection; null when it had to be opened first.</param>
/// <param name="CountersEvery">The present interval.</param>
/// <param name="SinceLast">The time since the poll before, answered or not.</param>
/// <param name="SessionLimit">How many sessions of a kind the licence allows; null without limit.</param>
/// <param name="SeldomRead">Samples of what is asked more seldom, as far as they are not kept yet.</param>
internal sealed record PollFacts(
    RouterHealth? Health, PollingCost? Cost, TimeSpan? RoundTrip, TimeSpan CountersEvery, TimeSpan SinceLast, int? SessionLimit, IReadOnlyList<SeriesSample> SeldomRead);
