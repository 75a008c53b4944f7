namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>Ports of this machine that senders may use, as somebody says.</summary>
internal interface ILocalPorts
{
    bool Allows(int port);
}
