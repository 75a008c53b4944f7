namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>Something that a file draws or changes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IsNew">Whether it is drawn.</param>
/// <param name="Request">What it is then.</param>
internal sealed record Merged<TRequest>(Guid Id, bool IsNew, TRequest Request);
