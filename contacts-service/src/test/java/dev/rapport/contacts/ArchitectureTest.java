package dev.rapport.contacts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.rapport.contacts");

    @Test
    void shouldHaveNoCyclesBetweenFeatures() {
        slices().matching("dev.rapport.contacts.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void shouldKeepTheRulesOfTheDomainFreeOfFrameworks() {
        classes()
                .that()
                .haveSimpleName("DisplayName")
                .or()
                .haveSimpleName("CadenceFault")
                .or()
                .haveSimpleName("MergePatch")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "dev.rapport..")
                .check(SERVICE);
    }

    @Test
    void shouldTakeTheTimeFromTheClock() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(SERVICE);
    }
}
