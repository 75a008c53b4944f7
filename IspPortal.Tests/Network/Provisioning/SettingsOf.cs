using IspPortal.Core.Settings;

namespace IspPortal.Tests.Network.Provisioning;

/// <summary>Settings as the test says they are at the moment.</summary>
internal sealed class SettingsOf<T>(Func<T> value) : ISettingsReader<T>
    where T : class, new()
{
    public ValueTask<T> GetAsync(CancellationToken cancellationToken) => new(value());

    public IDisposable OnChanged(Action<T> changed) => new MemoryStream();
}
