namespace IspPortal.Infrastructure.Series.Verification;

/// <summary>Something that is wrong in a store.</summary>
/// <param name="Where">Table and key.</param>
/// <param name="What">What is wrong, in a sentence.</param>
/// <param name="Remedy">What became of it.</param>
internal sealed record SeriesFault(string Where, string What, SeriesRemedy Remedy);
