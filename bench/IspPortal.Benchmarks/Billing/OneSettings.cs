using IspPortal.Core.Settings;

namespace IspPortal.Benchmarks.Billing;

/// <summary>Settings that are as they come.</summary>
/// <typeparam name="TSettings">The section.</typeparam>
internal sealed class OneSettings<TSettings> : ISettingsReader<TSettings>
    where TSettings : class, new()
{
    private readonly TSettings _value = new();

    public ValueTask<TSettings> GetAsync(CancellationToken cancellationToken) => new(_value);

    public IDisposable OnChanged(Action<TSettings> changed) => new MemoryStream();
}
