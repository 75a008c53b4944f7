namespace IspPortal.Infrastructure.Series;

/// <summary>Told of every batch after it is stored, within the poll. A fault of an observer is logged and hinders nothing.</summary>
internal interface ISampleObserver
{
    /// <summary>The batch is durable.</summary>
    Task ObservedAsync(SeriesBatch batch, CancellationToken cancellationToken);
}
