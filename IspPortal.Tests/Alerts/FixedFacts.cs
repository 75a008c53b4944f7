using IspPortal.Core.Common.Outages;

namespace IspPortal.Tests.Alerts;

/// <summary>One outage, as the test says.</summary>
internal sealed class FixedFacts : IOutageFacts
{
    public OutageFact? Fact { get; set; }

    public Task<OutageFact?> FindAsync(Guid outageId, CancellationToken cancellationToken) => Task.FromResult(Fact);
}
