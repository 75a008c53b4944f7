namespace IspPortal.Core.Common.Outages;

/// <summary>Says how an outage stands, to those who may not know the map.</summary>
public interface IOutageFacts
{
    /// <summary>A confirmed outage, or null.</summary>
    Task<OutageFact?> FindAsync(Guid outageId, CancellationToken cancellationToken);
}
