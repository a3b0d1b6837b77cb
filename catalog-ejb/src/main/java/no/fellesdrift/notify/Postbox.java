package no.fellesdrift.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/** The mail server, as it is configured. Without one, and in demo mode, nothing leaves the house. */
@ApplicationScoped
public class Postbox {

    private static final String SECONDS = "10000";
    private static final int SUBMISSION = 587;
    private static final int SMTP = 25;

    @Inject
    Config config;

    /** What became of handing a mail over. */
    enum Outcome {
        SENT,
        /** This one will never get through. */
        REFUSED,
        /** Nothing gets through now. */
        AWAY
    }

    /** @param said by the mail server; absent when it was sent */
    record Answer(Outcome outcome, String said) {}

    /** Why nothing is sent, or that it is. */
    public enum Status {
        OPEN,
        DEMO,
        NOT_CONFIGURED
    }

    public Status status() {
        if (config.getOptionalValue("fellesdrift.demo", Boolean.class).orElse(false)) {
            return Status.DEMO;
        }
        return text("host").isEmpty() || text("from").isEmpty() ? Status.NOT_CONFIGURED : Status.OPEN;
    }

    /** The address that people use, without a slash at the end: what links in mails begin with. */
    public String site() {
        return config.getOptionalValue("fellesdrift.url", String.class)
                .map(url -> url.replaceAll("/+$", ""))
                .orElse("http://127.0.0.1:"
                        + config.getOptionalValue("fellesdrift.port", Integer.class)
                                .orElse(8080));
    }

    Answer send(Mail mail, Instant at) {
        try {
            Transport.send(message(mail, at));
            return new Answer(Outcome.SENT, null);
        } catch (SendFailedException e) {
            boolean forGood = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            return new Answer(forGood ? Outcome.REFUSED : Outcome.AWAY, said(e));
        } catch (MessagingException e) {
            return new Answer(Outcome.AWAY, said(e));
        }
    }

    private static String said(MessagingException e) {
        String why = e.getNextException() == null
                ? e.getMessage()
                : e.getNextException().getMessage();
        return why == null ? e.getClass().getSimpleName() : why.strip();
    }

    private MimeMessage message(Mail mail, Instant at) throws MessagingException {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress(text("from")));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(mail.address(), true)});
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        message.setHeader("Content-Language", mail.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(Letters.plain(mail, site()), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(Letters.html(mail, site()), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
        return message;
    }

    private Session session() {
        boolean starttls = config.getOptionalValue("fellesdrift.mail.starttls", Boolean.class)
                .orElse(false);
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", text("host"));
        properties.setProperty(
                "mail.smtp.port",
                String.valueOf(config.getOptionalValue("fellesdrift.mail.port", Integer.class)
                        .orElse(starttls ? SUBMISSION : SMTP)));
        properties.setProperty("mail.smtp.connectiontimeout", SECONDS);
        properties.setProperty("mail.smtp.timeout", SECONDS);
        properties.setProperty("mail.smtp.writetimeout", SECONDS);
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String user = text("user");
        if (user.isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, text("password"));
            }
        });
    }

    /** Empty when it is not set. */
    private String text(String name) {
        return config.getOptionalValue("fellesdrift.mail." + name, String.class).orElse("");
    }
}
